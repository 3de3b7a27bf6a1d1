package dev.bridle.catalogue;

import dev.bridle.averaging.Ema;
import dev.bridle.averaging.Swa;
import dev.bridle.batch.Cutout;
import dev.bridle.batch.Flip;
import dev.bridle.batch.LabelNoise;
import dev.bridle.batch.LabelSmoothing;
import dev.bridle.batch.Mixup;
import dev.bridle.batch.RandomCrop;
import dev.bridle.constraint.Box;
import dev.bridle.constraint.L1Ball;
import dev.bridle.constraint.MaxNorm;
import dev.bridle.constraint.MinMaxNorm;
import dev.bridle.constraint.NonNegative;
import dev.bridle.constraint.SpectralNorm;
import dev.bridle.constraint.UnitNorm;
import dev.bridle.decay.CoupledDecay;
import dev.bridle.decay.WeightDecay;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Regularizer;
import dev.bridle.dropout.AlphaDropout;
import dev.bridle.dropout.DropBlock;
import dev.bridle.dropout.Dropout;
import dev.bridle.dropout.GaussianDropout;
import dev.bridle.dropout.MonteCarlo;
import dev.bridle.dropout.SpatialDropout;
import dev.bridle.dropout.StochasticDepth;
import dev.bridle.dropout.VariationalDropout;
import dev.bridle.dropout.Zoneout;
import dev.bridle.gradient.AdaptiveClip;
import dev.bridle.gradient.ClipNorm;
import dev.bridle.gradient.ClipValue;
import dev.bridle.gradient.GradientNoise;
import dev.bridle.noise.ActivationNoise;
import dev.bridle.noise.InputNoise;
import dev.bridle.normalization.BatchNorm;
import dev.bridle.normalization.GroupNorm;
import dev.bridle.normalization.LayerNorm;
import dev.bridle.normalization.RmsNorm;
import dev.bridle.normalization.WeightNorm;
import dev.bridle.optimizer.AdaGrad;
import dev.bridle.optimizer.Adam;
import dev.bridle.optimizer.AmsGrad;
import dev.bridle.optimizer.Momentum;
import dev.bridle.optimizer.Nesterov;
import dev.bridle.optimizer.RmsProp;
import dev.bridle.optimizer.Sgd;
import dev.bridle.penalty.ActivityL1;
import dev.bridle.penalty.ActivityL2;
import dev.bridle.penalty.ConfidencePenalty;
import dev.bridle.penalty.Contractive;
import dev.bridle.penalty.ElasticNet;
import dev.bridle.penalty.GroupLasso;
import dev.bridle.penalty.KlSparsity;
import dev.bridle.penalty.L1;
import dev.bridle.penalty.L2;
import dev.bridle.penalty.Orthogonal;
import dev.bridle.penalty.SmoothKernel;
import dev.bridle.penalty.SpectralPenalty;
import dev.bridle.perturbation.DropConnect;
import dev.bridle.perturbation.Sharpness;
import dev.bridle.perturbation.WeightNoise;
import dev.bridle.pruning.Prune;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.EarlyStopping;
import dev.bridle.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every regularizer and update rule, once. Text forms, validation, documentation and the command
 * line know what stands here, and nothing else.
 */
public final class Catalogue {
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(LabelSmoothing.DECLARATION, s -> new LabelSmoothing()),
          new Entry(Mixup.DECLARATION, s -> new Mixup()),
          new Entry(LabelNoise.DECLARATION, s -> new LabelNoise()),
          new Entry(Cutout.DECLARATION, s -> new Cutout()),
          new Entry(RandomCrop.DECLARATION, s -> new RandomCrop()),
          new Entry(Flip.DECLARATION, s -> new Flip()),
          new Entry(InputNoise.DECLARATION, s -> new InputNoise()),
          new Entry(ActivationNoise.DECLARATION, s -> new ActivationNoise()),
          new Entry(WeightNoise.DECLARATION, s -> new WeightNoise()),
          new Entry(Dropout.DECLARATION, s -> new Dropout()),
          new Entry(GaussianDropout.DECLARATION, s -> new GaussianDropout()),
          new Entry(AlphaDropout.DECLARATION, s -> new AlphaDropout()),
          new Entry(DropConnect.DECLARATION, s -> new DropConnect()),
          new Entry(MonteCarlo.DECLARATION, s -> new MonteCarlo()),
          new Entry(SpatialDropout.DECLARATION, s -> new SpatialDropout()),
          new Entry(DropBlock.DECLARATION, s -> new DropBlock()),
          new Entry(VariationalDropout.DECLARATION, s -> new VariationalDropout()),
          new Entry(Zoneout.DECLARATION, s -> new Zoneout()),
          new Entry(StochasticDepth.DECLARATION, s -> new StochasticDepth()),
          new Entry(BatchNorm.DECLARATION, BatchNorm::of),
          new Entry(LayerNorm.DECLARATION, LayerNorm::of),
          new Entry(GroupNorm.DECLARATION, GroupNorm::of),
          new Entry(RmsNorm.DECLARATION, RmsNorm::of),
          new Entry(WeightNorm.DECLARATION, s -> new WeightNorm()),
          new Entry(L1.DECLARATION, L1::of),
          new Entry(L2.DECLARATION, s -> new L2()),
          new Entry(ElasticNet.DECLARATION, ElasticNet::of),
          new Entry(GroupLasso.DECLARATION, GroupLasso::of),
          new Entry(SmoothKernel.DECLARATION, SmoothKernel::of),
          new Entry(Orthogonal.DECLARATION, Orthogonal::of),
          new Entry(SpectralPenalty.DECLARATION, s -> new SpectralPenalty()),
          new Entry(ActivityL1.DECLARATION, s -> new ActivityL1()),
          new Entry(ActivityL2.DECLARATION, s -> new ActivityL2()),
          new Entry(KlSparsity.DECLARATION, s -> new KlSparsity()),
          new Entry(Contractive.DECLARATION, s -> new Contractive()),
          new Entry(ConfidencePenalty.DECLARATION, s -> new ConfidencePenalty()),
          new Entry(Sharpness.DECLARATION, s -> new Sharpness()),
          new Entry(GradientNoise.DECLARATION, s -> new GradientNoise()),
          new Entry(ClipNorm.DECLARATION, s -> new ClipNorm()),
          new Entry(ClipValue.DECLARATION, s -> new ClipValue()),
          new Entry(AdaptiveClip.DECLARATION, s -> new AdaptiveClip()),
          new Entry(WeightDecay.DECLARATION, s -> new WeightDecay()),
          new Entry(CoupledDecay.DECLARATION, s -> new CoupledDecay()),
          new Entry(MaxNorm.DECLARATION, MaxNorm::of),
          new Entry(UnitNorm.DECLARATION, UnitNorm::of),
          new Entry(MinMaxNorm.DECLARATION, MinMaxNorm::of),
          new Entry(L1Ball.DECLARATION, L1Ball::of),
          new Entry(SpectralNorm.DECLARATION, s -> new SpectralNorm()),
          new Entry(NonNegative.DECLARATION, s -> new NonNegative()),
          new Entry(Box.DECLARATION, s -> new Box()),
          new Entry(Prune.DECLARATION, Prune::of),
          new Entry(Ema.DECLARATION, s -> new Ema()),
          new Entry(Swa.DECLARATION, s -> new Swa()),
          new Entry(EarlyStopping.DECLARATION, EarlyStopping::of),
          new Entry(Sgd.DECLARATION, s -> new Sgd()),
          new Entry(Momentum.DECLARATION, s -> new Momentum(s.number("mu"))),
          new Entry(Nesterov.DECLARATION, s -> new Nesterov(s.number("mu"))),
          new Entry(Adam.DECLARATION, Adam::of),
          new Entry(Adam.DECLARATION_WITH_DECAY, Adam::withDecay),
          new Entry(AmsGrad.DECLARATION, AmsGrad::of),
          new Entry(RmsProp.DECLARATION, RmsProp::of),
          new Entry(AdaGrad.DECLARATION, s -> new AdaGrad(s.number("epsilon"))));

  private static final Map<String, Entry> BY_NAME =
      ENTRIES.stream().collect(Collectors.toMap(e -> e.declaration().name(), e -> e));

  private Catalogue() {}

  /** All declarations, in the order in which a step meets them. */
  public static List<Declaration> declarations() {
    return ENTRIES.stream().map(Entry::declaration).toList();
  }

  /** What is declared under a name, if anything is. */
  public static Optional<Declaration> lookup(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(Entry::declaration);
  }

  /**
   * What is declared under a name.
   *
   * @throws IllegalArgumentException if nothing is, with the names there are
   */
  public static Declaration find(String name) {
    return entry(name).declaration();
  }

  /** The regularizer or update rule that a term stands for. */
  public static Regularizer make(Term term) {
    return entry(term.name()).maker().apply(term);
  }

  private static Entry entry(String name) {
    Entry entry = BY_NAME.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "regularizer \"" + name + "\": " + Suggestion.expected(name, BY_NAME.keySet()));
    }
    return entry;
  }
}
