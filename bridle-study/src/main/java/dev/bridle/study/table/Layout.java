package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which fields of a file become columns of the table.
 *
 * @param names the names of all fields
 * @param fields the numbers, from 0, of those that are kept
 * @param target which of the kept ones is the target, if there is one
 * @param categorical the fields that were declared categorical
 */
record Layout(
    List<String> names, List<Integer> fields, OptionalInt target, Set<Integer> categorical) {

  /** Layout of a file with a target; every name in the options has to be one of its columns. */
  static Layout withTarget(String file, List<String> names, TableOptions options, int fewest) {
    Finder finder = new Finder(file, names);
    int target = finder.find("target", options.target());
    Set<Integer> dropped = finder.findAll("drop", options.drop());
    if (dropped.contains(target)) {
      throw new TableException(
          file
              + ": column "
              + Words.quote(names.get(target))
              + " is the target and is to be dropped: expected one or the other");
    }
    List<Integer> fields = kept(names.size(), dropped);
    if (fields.size() < fewest) {
      throw new TableException(
          file
              + ": "
              + Words.count(names.size(), "column")
              + (dropped.isEmpty() ? "" : ", of which " + dropped.size() + " dropped")
              + ": expected a target and at least one more; if another character separates the"
              + " columns, name it with --separator");
    }
    return new Layout(
        names,
        fields,
        OptionalInt.of(fields.indexOf(target)),
        finder.findAll("categorical", options.categorical()));
  }

  /**
   * Layout of a file that a preparation is to be applied to: the columns it reads, and no other.
   */
  static Layout forInputs(String file, List<String> names, ColumnMatcher matcher) {
    matcher.requireColumns(file, names);
    Set<Integer> categorical = new HashSet<>();
    Set<Integer> unused = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<InputRule> rule = matcher.ruleFor(names.get(i));
      if (rule.isEmpty()) {
        unused.add(i);
      } else if (rule.get() instanceof CategoryRule) {
        categorical.add(i);
      }
    }
    return new Layout(names, kept(names.size(), unused), OptionalInt.empty(), categorical);
  }

  /** The name of a kept column. */
  String name(int column) {
    return names.get(fields.get(column));
  }

  private static List<Integer> kept(int width, Set<Integer> dropped) {
    return IntStream.range(0, width).filter(i -> !dropped.contains(i)).boxed().toList();
  }

  /** The names in the first row; fields without one are named by their place. */
  static List<String> namesIn(String file, Row header) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.fields(); i++) {
      String text = header.text(i);
      names.add(text.isEmpty() ? "c" + (i + 1) : text);
      Integer before = places.put(names.get(i), i + 1);
      if (before != null) {
        throw new TableException(
            file
                + ", line "
                + header.line()
                + ": columns "
                + before
                + " and "
                + (i + 1)
                + " are both named "
                + Words.quote(names.get(i))
                + ": expected different names; rename one, or, if the line holds data:"
                + " --no-header");
      }
    }
    return names;
  }

  /** The names c1, c2, ... of a file without a header. */
  static List<String> numbered(int width) {
    return IntStream.rangeClosed(1, width).mapToObj(i -> "c" + i).toList();
  }

  /** Finds columns by name or number, or says which there are. */
  private record Finder(String file, List<String> names) {
    private static final int SHOWN = 5;

    Set<Integer> findAll(String option, List<String> wanted) {
      Set<Integer> found = new HashSet<>();
      wanted.forEach(name -> found.add(find(option, name)));
      return found;
    }

    int find(String option, String wanted) {
      int byName = names.indexOf(wanted);
      int byNumber = byName >= 0 ? byName : number(wanted);
      if (byNumber < 0 || byNumber >= names.size()) {
        throw new TableException(
            file
                + ": "
                + option
                + " "
                + Words.quote(wanted)
                + ": expected one of its "
                + Words.count(names.size(), "column")
                + " ("
                + Words.list(names, SHOWN)
                + "), a number from 1 to "
                + names.size()
                + ", or -1 for the last"
                + Nearest.hint(wanted, names));
      }
      return byNumber;
    }

    /** The field of a number from 1, or from -1 at the end; -1 if it is none. */
    private int number(String wanted) {
      if (!wanted.matches("-?[0-9]{1,9}")) {
        return -1;
      }
      int number = Integer.parseInt(wanted);
      return number < 0 ? Math.max(-1, names.size() + number) : number - 1;
    }
  }
}
