package dev.bridle.golden;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.normalization.GroupNorm;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import java.util.Map;

/** Group normalisation of images, there and back. */
final class GroupNormGolden implements Topic {
  private static final String NAME = "conv1/group-norm";

  @Override
  public String file() {
    return "normalization.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("groupnorm");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Shaped shaped = Shaped.inOrder(f.array("x"));
    Node node = new GroupNorm(Woven.Position.BEFORE_ACTIVATION).node(NAME, shaped.shape(), 0);
    Population population = company.population(node.weights(), node.statistics());
    population.weight(NAME + ".scale").value().copy_(company.tensor(f.array("gamma")));
    population.weight(NAME + ".shift").value().copy_(company.tensor(f.array("beta")));
    Map<String, PerMember> numbers =
        Map.of(
            "groups", PerMember.same(f.number("groups"), company.members()),
            "epsilon", company.strength(f.number("eps")));
    Strengths strengths = new Strengths(numbers, company.precision(), company.arena());
    Site site = company.site(population, strengths, (int) f.array("x").shape()[0]);
    Layer layer = node.build(site);
    for (Pass pass : new Pass[] {Pass.EVALUATION, Pass.training(0)}) {
      readings.near("y, " + pass, f.array("y"), shaped.forward(layer, f.array("x"), pass, company));
    }
    readings.near("grad_x", f.array("grad_x"), shaped.backward(layer, f.array("r"), company));
    readings.near("grad_gamma", f.array("grad_gamma"), gradient(site, "scale", company));
    readings.near("grad_beta", f.array("grad_beta"), gradient(site, "shift", company));
  }

  private static GoldenArray gradient(Site site, String role, Company company) {
    return company.ours(site.gradientOf(site.population().weight(NAME + "." + role)));
  }
}
