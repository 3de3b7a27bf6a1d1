package dev.bridle.study.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Well-known sets of images, 60,000 to train and 10,000 to test, in four IDX files that their user
 * puts into a folder: nothing is downloaded.
 */
public enum NamedSet {
  /** Handwritten digits: LeCun, Cortes and Burges. */
  MNIST(
      "mnist",
      "the page of Yann LeCun, Corinna Cortes and Christopher Burges on the MNIST database",
      "0,1,2,3,4,5,6,7,8,9"),
  /** Photographs of clothes: Xiao, Rasul and Vollgraf, 2017. */
  FASHION_MNIST(
      "fashion-mnist",
      "the repository fashion-mnist of Zalando Research on GitHub",
      "T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot");

  private final String word;
  private final String origin;
  private final String classes;

  NamedSet(String word, String origin, String classes) {
    this.word = word;
    this.origin = origin;
    this.classes = classes;
  }

  /** The name by which a user asks for it. */
  public String word() {
    return word;
  }

  /** Whose it is, for those who look for it. */
  public String origin() {
    return origin;
  }

  /** The names of its classes, in the order of its labels. */
  public List<String> classes() {
    return List.of(classes.split(",", -1));
  }

  /** The names of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(NamedSet::word).toList();
  }

  /** The set of this name, if there is one. */
  public static Optional<NamedSet> find(String word) {
    return Arrays.stream(values()).filter(set -> set.word.equals(word)).findFirst();
  }
}
