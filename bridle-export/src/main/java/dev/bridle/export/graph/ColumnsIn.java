package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The beginning of a graph: one input {@code [N, 1]} for each raw column, under the column's name,
 * and from them the numbers {@code [N, F]} that a network takes.
 *
 * <p>A number is in double precision and NaN where it is missing; large ones, such as times in
 * seconds, lose digits in single precision before their mean is taken off. A text is empty where it
 * is missing. All columns of numbers go through one operator each step, side by side.
 */
final class ColumnsIn {
  private static final List<Long> ONE = List.of(1L);

  private final GraphWriter graph;
  private final List<NumberRule> numbers;
  private final List<CategoryRule> categories;
  private final List<String> parts = new ArrayList<>();

  private ColumnsIn(Preparation preparation, GraphWriter graph) {
    this.graph = graph;
    this.numbers = only(NumberRule.class, preparation.inputs());
    this.categories = only(CategoryRule.class, preparation.inputs());
  }

  private static <R> List<R> only(Class<R> kind, List<InputRule> rules) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Numbers as they are, one column for each name; returns the features, in single precision. */
  static String plain(List<String> names, GraphWriter graph) {
    names.forEach(name -> graph.input(name, DataType.DOUBLE, ONE));
    return toSingle(sideBySide("columns", names, graph), "features", graph);
  }

  /** Columns prepared by the rules; returns the features in the rules' order. */
  static String prepared(Preparation preparation, GraphWriter graph) {
    ColumnsIn columns = new ColumnsIn(preparation, graph);
    preparation
        .inputs()
        .forEach(
            rule ->
                graph.input(
                    rule.column(),
                    rule instanceof NumberRule ? DataType.DOUBLE : DataType.STRING,
                    ONE));
    if (!columns.numbers.isEmpty()) {
      columns.addNumbers();
    }
    columns.categories.forEach(columns::addCategories);
    String all = sideBySide("unordered", columns.parts, graph);
    return columns.ordered(all, preparation);
  }

  /** clip((x - mean) / scale), a missing x counting as the median; then where it was missing. */
  private void addNumbers() {
    List<String> names = numbers.stream().map(NumberRule::column).toList();
    String raw = sideBySide("numbers", names, graph);
    String missing = graph.add("IsNaN", "numbers/missing", List.of(raw));
    String median = doubles("numbers/median", numbers.stream().mapToDouble(NumberRule::median));
    String filled = graph.add("Where", "numbers/filled", List.of(missing, median, raw));
    String mean = doubles("numbers/mean", numbers.stream().mapToDouble(NumberRule::mean));
    String centered = graph.add("Sub", "numbers/centered", List.of(filled, mean));
    String scale =
        doubles(
            "numbers/scale",
            numbers.stream().mapToDouble(rule -> rule.scale() == 0 ? 1 : rule.scale()));
    String divided = graph.add("Div", "numbers/divided", List.of(centered, scale));
    String clipped = clipped(divided);
    parts.add(toSingle(learned(clipped), "numbers/scaled", graph));
    addIndicators(missing);
  }

  private String clipped(String value) {
    String low = graph.doubles("numbers/low", new double[] {-NumberRule.CLIP});
    String high = graph.doubles("numbers/high", new double[] {NumberRule.CLIP});
    return graph.add("Clip", "numbers/clipped", List.of(value, low, high));
  }

  /** Columns that nothing was learned about are 0 in every row. */
  private String learned(String value) {
    if (numbers.stream().allMatch(rule -> rule.scale() > 0)) {
      return value;
    }
    String kept =
        doubles("numbers/kept", numbers.stream().mapToDouble(rule -> rule.scale() > 0 ? 1 : 0));
    return graph.add("Mul", "numbers/learned", List.of(value, kept));
  }

  private void addIndicators(String missing) {
    long[] shown =
        IntStream.range(0, numbers.size())
            .filter(i -> numbers.get(i).missing())
            .asLongStream()
            .toArray();
    if (shown.length > 0) {
      String which = graph.longs("numbers/shown", shown);
      String some =
          graph.add("Gather", "numbers/some", List.of(missing, which), Attributes.of("axis", 1));
      parts.add(toSingle(some, "numbers/indicators", graph));
    }
  }

  /** 1 for the category of a row, in {@code [N, categories]}; another text gives zeros. */
  private void addCategories(CategoryRule rule) {
    List<String> texts = new ArrayList<>(rule.categories());
    if (rule.missing()) {
      texts.add("");
    }
    if (texts.isEmpty()) {
      return;
    }
    String hot =
        texts.stream().anyMatch(JavaText::isSpecial)
            ? oneHotByNumber(rule.column(), texts)
            : oneHot(rule.column(), rule.column(), Attributes.ofTexts("cats_strings", texts));
    parts.add(
        graph.add(
            "Flatten", rule.column() + "/categories", List.of(hot), Attributes.of("axis", 1)));
  }

  private String oneHot(String column, String value, AttributeProto categories) {
    return graph.add(
        GraphWriter.ML,
        "OneHotEncoder",
        column + "/one-hot",
        List.of(value),
        categories,
        Attributes.of("zeros", 1));
  }

  /** Texts that arrive in either of two forms, {@link JavaText}, become numbers first. */
  private String oneHotByNumber(String column, List<String> texts) {
    List<ByteString> forms = new ArrayList<>(texts.stream().map(ByteString::copyFromUtf8).toList());
    List<Long> numbers = new ArrayList<>(LongStream.range(0, texts.size()).boxed().toList());
    for (int i = 0; i < texts.size(); i++) {
      if (JavaText.isSpecial(texts.get(i))) {
        forms.add(JavaText.bytes(texts.get(i)));
        numbers.add((long) i);
      }
    }
    String number =
        graph.add(
            GraphWriter.ML,
            "LabelEncoder",
            column + "/number",
            List.of(column),
            Attributes.ofBytes("keys_strings", forms),
            Attributes.ofLongs("values_int64s", numbers),
            Attributes.of("default_int64", -1));
    List<Long> all = numbers.subList(0, texts.size());
    return oneHot(column, number, Attributes.ofLongs("cats_int64s", all));
  }

  /** From the order of the parts (numbers, indicators, categories) to that of the rules. */
  private String ordered(String all, Preparation preparation) {
    int indicator = numbers.size();
    int category = indicator + (int) numbers.stream().filter(NumberRule::missing).count();
    int number = 0;
    List<Long> places = new ArrayList<>();
    for (InputRule rule : preparation.inputs()) {
      if (rule instanceof NumberRule n) {
        places.add((long) number++);
        if (n.missing()) {
          places.add((long) indicator++);
        }
      } else {
        for (int i = rule.features().size(); i > 0; i--) {
          places.add((long) category++);
        }
      }
    }
    long[] order = places.stream().mapToLong(Long::longValue).toArray();
    if (IntStream.range(0, order.length).allMatch(i -> order[i] == i)) {
      return all;
    }
    String which = graph.longs("features/order", order);
    return graph.add("Gather", "features", List.of(all, which), Attributes.of("axis", 1));
  }

  private String doubles(String name, DoubleStream values) {
    double[] row = values.toArray();
    return graph.doubles(name, row, row.length);
  }

  private static String sideBySide(String name, List<String> values, GraphWriter graph) {
    return values.size() == 1
        ? values.get(0)
        : graph.add("Concat", name, values, Attributes.of("axis", 1));
  }

  private static String toSingle(String value, String name, GraphWriter graph) {
    return graph.cast(value, name, DataType.FLOAT);
  }
}
