package dev.bridle.golden;

import dev.bridle.penalty.GroupLasso;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Group lasso of dense kernels: value, gradient and proximal step, in the layout {@code [in, out]}
 * of the file and, as our layers have it, units first.
 */
final class GroupLassoGolden implements Topic {
  private static final Map<String, GroupLasso.By> GROUPS =
      Map.of(
          "group_lasso_columns_in_out", GroupLasso.By.UNIT,
          "group_lasso_rows_in_out", GroupLasso.By.INPUT,
          "sparse_group_lasso", GroupLasso.By.UNIT,
          "group_lasso_filters_OIHW", GroupLasso.By.FILTER,
          "group_lasso_filters_HWIO", GroupLasso.By.FILTER);

  @Override
  public String file() {
    return "penalties.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return GROUPS.containsKey(c.name());
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Penalty penalty = new GroupLasso(GROUPS.get(c.name()));
    GoldenArray w = f.array("w");
    int axis = GROUPS.get(c.name()) == GroupLasso.By.FILTER ? (int) f.number("unit_axis") : 1;
    Case asLaidOut = new Case(f, "", 0, company, readings);
    asLaidOut.compute(penalty, w, MaxNormGolden.spec(w, axis));
    GoldenArray moved = w.axisFirst(axis);
    Case unitsFirst = new Case(f, "units first: ", axis, company, readings);
    unitsFirst.compute(penalty, moved, MaxNormGolden.spec(moved, 0));
  }

  /**
   * A case in one layout.
   *
   * @param moved the axis that was moved to the front
   */
  private record Case(Fields f, String prefix, int moved, Company company, Readings readings) {

    void compute(Penalty penalty, GoldenArray w, WeightSpec spec) {
      Strengths strengths =
          company.strengths(Map.of("lambda", f.number("lambda"), "sparse", f.number("mix", 0)));
      Population population = company.population(List.of(spec), List.of());
      Weight weight = population.weights().get(0);
      weight.value().copy_(company.tensor(w));
      readings.near(
          prefix + "value", f.array("value"), company.ours(penalty.value(weight, strengths)));
      Penalty byValue = penalty::value;
      Tensor gradient = company.tensor(w.map(v -> 0));
      byValue.addGradient(weight, gradient, strengths);
      readings.near(prefix + "gradient", expected("gradient"), company.ours(gradient));
      if (f.has("prox")) {
        Tensor pull =
            PerMember.same(f.number("step"), company.members())
                .tensor(company.precision(), w.shape().length + 1);
        penalty.shrink(weight, pull, strengths);
        readings.nearWithZeros(prefix + "prox", expected("prox"), company.ours(weight.value()));
      }
    }

    private GoldenArray expected(String key) {
      return f.array(key).axisFirst(moved);
    }
  }
}
