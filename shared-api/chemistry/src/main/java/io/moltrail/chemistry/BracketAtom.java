package io.moltrail.chemistry;

import org.openscience.cdk.config.Elements;

/**
 * Checks one bracket atom such as {@code [13C@@H]} or {@code [Fe+2]}, letter by letter, by the
 * grammar of OpenSMILES §3.1.
 *
 * <p>Written by ourselves because the toolkit reads {@code [Xx]} as a wildcard, {@code [O-1000]}
 * and {@code [NH+-]} without a word.
 */
final class BracketAtom {

  static final int MOST_CHARGE = 8;
  static final int MOST_HYDROGENS = 8;
  static final int HEAVIEST_ISOTOPE = 300;
  private static final String[] AROMATIC = {"se", "as", "te", "b", "c", "n", "o", "p", "s"};

  private final String text;
  private int at;
  private int atomicNumber;

  private BracketAtom(String text, int open) {
    this.text = text;
    this.at = open + 1;
  }

  /** Index after the closing bracket of the atom that opens at {@code open}. */
  static int endOf(String text, int open) throws StructureRefused {
    var atom = new BracketAtom(text, open);
    int isotopeAt = atom.at;
    int isotope = atom.isotope();
    atom.symbol();
    atom.checkIsotope(isotope, isotopeAt);
    atom.chirality();
    atom.hydrogens();
    atom.charge();
    atom.close(open);
    return atom.at;
  }

  private char here() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean digit() {
    return here() >= '0' && here() <= '9';
  }

  /**
   * The number at the cursor, cut at 9,999 so that no length of digits overflows, or -1 where there
   * is none.
   */
  private int number() {
    int value = -1;
    for (; digit(); at++) {
      value = Math.min(9_999, Math.max(0, value) * 10 + here() - '0');
    }
    return value;
  }

  private int isotope() {
    return number();
  }

  private void checkIsotope(int isotope, int position) throws StructureRefused {
    if (isotope == -1) {
      return;
    }
    // 1H..7H, 8C..22C, 92U..280U: wider than any nuclide known, and narrower than what InChI can
    // encode
    if (isotope < Math.max(1, atomicNumber)
        || isotope > Math.min(HEAVIEST_ISOTOPE, 3 * atomicNumber + 4)) {
      throw new StructureRefused(
          "isotope-out-of-range",
          "There is no isotope %d of this element.".formatted(isotope),
          position);
    }
  }

  private void symbol() throws StructureRefused {
    int start = at;
    if (here() == '*' || here() == 'R' && !known(2)) {
      throw StructureRefused.wildcard(start);
    }
    for (String aromatic : AROMATIC) {
      if (text.startsWith(aromatic, at)) {
        take(Character.toUpperCase(aromatic.charAt(0)) + aromatic.substring(1));
        return;
      }
    }
    if (known(2)) {
      take(text.substring(at, at + 2));
    } else if (known(1) && !Character.isLowerCase(after())) {
      take(text.substring(at, at + 1));
    } else {
      throw nothingKnown(start);
    }
  }

  private char after() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
  }

  private boolean known(int letters) {
    if (at + letters > text.length() || !Character.isUpperCase(here())) {
      return false;
    }
    String symbol = text.substring(at, at + letters);
    return Elements.ofString(symbol).symbol().equals(symbol);
  }

  private void take(String symbol) {
    atomicNumber = Elements.ofString(symbol).number();
    at += symbol.length();
  }

  private StructureRefused nothingKnown(int start) {
    int end = start;
    while (end < text.length() && end < start + 3 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == start
        ? StructureRefused.notSmiles("An element symbol is expected here.", start)
        : StructureRefused.unknownElement(text.substring(start, end), start);
  }

  private void chirality() throws StructureRefused {
    if (here() != '@') {
      return;
    }
    at++;
    if (here() == '@') {
      at++;
      return;
    }
    int most = shapes(text.substring(at, Math.min(at + 2, text.length())));
    if (most > 0) {
      int start = at;
      at += 2;
      int shape = number();
      if (shape < 1 || shape > most) {
        throw StructureRefused.notSmiles("There is no such stereo class.", start);
      }
    }
  }

  private static int shapes(String stereoClass) {
    return switch (stereoClass) {
      case "TH", "AL" -> 2;
      case "SP" -> 3;
      case "TB" -> 20;
      case "OH" -> 30;
      default -> 0;
    };
  }

  private void hydrogens() throws StructureRefused {
    if (here() != 'H') {
      return;
    }
    int start = at++;
    if (atomicNumber == 1) {
      throw StructureRefused.notSmiles(
          "A hydrogen atom carries no hydrogens; write [H][H].", start);
    }
    if (number() > MOST_HYDROGENS) {
      throw new StructureRefused(
          "too-many-hydrogens",
          "An atom carries at most %d hydrogens.".formatted(MOST_HYDROGENS),
          start);
    }
  }

  private void charge() throws StructureRefused {
    int start = at;
    char sign = here();
    if (sign != '+' && sign != '-') {
      return;
    }
    int charge = 0;
    for (; here() == sign; at++) {
      charge++;
    }
    if (charge == 1 && digit()) {
      charge = number();
    }
    if (charge > MOST_CHARGE) {
      throw new StructureRefused(
          "charge-out-of-range",
          "The charge of an atom must lie between -%1$d and +%1$d.".formatted(MOST_CHARGE),
          start);
    }
  }

  private void close(int open) throws StructureRefused {
    if (here() == ':') {
      throw new StructureRefused(
          "atom-class", "Atom classes (:1) belong to reactions and are not registered.", at);
    }
    if (at >= text.length()) {
      throw StructureRefused.notSmiles("This bracket is never closed.", open);
    }
    if (here() != ']') {
      throw StructureRefused.notSmiles("This does not belong into a bracket atom.", at);
    }
    at++;
  }
}
