package io.moltrail.chemistry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/**
 * Decides whether a text is one structure in strict SMILES, before any toolkit sees it, and says
 * where it is not.
 *
 * <p>Follows the grammar of OpenSMILES §2-3 without its dialects: no empty branch, no bond without
 * a second atom. One dialect is read, because drawing programs write it: a ring bond after a
 * branch, {@code C(C)1CC1}. The limits are those of security-compliance-reliability §2.8. Nesting
 * is bounded because the toolkit recurses.
 */
final class TextGate {

  static final int LONGEST = 2_000;
  static final int DEEPEST = 250;

  /** What stood before the cursor. */
  private enum Last {
    START,
    ATOM,
    BOND,
    RING,
    OPEN,
    CLOSE,
    DOT
  }

  private final String text;
  private final Deque<Integer> branches = new ArrayDeque<>();
  private final TreeMap<Integer, Integer> rings = new TreeMap<>();
  private Last last = Last.START;
  private int atoms;

  private TextGate(String text) {
    this.text = text;
  }

  /** Refuses the text, or returns. */
  static void check(String text) throws StructureRefused {
    checkLength(text);
    checkCharacters(text);
    new TextGate(text).walk();
  }

  private static void checkLength(String text) throws StructureRefused {
    if (text.isBlank()) {
      throw new StructureRefused("empty-structure", "There is no structure.", -1);
    }
    if (text.length() > LONGEST) {
      throw new StructureRefused(
          "too-long", "A structure has at most %,d characters.".formatted(LONGEST), LONGEST);
    }
  }

  private static void checkCharacters(String text) throws StructureRefused {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && i > 0) {
        throw new StructureRefused(
            "title-not-allowed",
            "A structure ends at the first blank; names and extensions (CXSMILES) are not read.",
            i);
      }
      if (c <= ' ' || c > '~') {
        throw new StructureRefused("bad-character", "This character cannot stand in a SMILES.", i);
      }
      if (c == '>') {
        throw new StructureRefused(
            "reaction", "This is a reaction or a dative bond; one structure is expected.", i);
      }
    }
  }

  private void walk() throws StructureRefused {
    int at = 0;
    while (at < text.length()) {
      at = step(at);
    }
    if (!branches.isEmpty()) {
      throw StructureRefused.notSmiles("This branch is never closed.", branches.getLast());
    }
    if (!rings.isEmpty()) {
      var open = rings.firstEntry();
      throw StructureRefused.notSmiles(
          "Ring bond %d is never closed.".formatted(open.getKey()), open.getValue());
    }
    need(
        last != Last.BOND && last != Last.DOT,
        "An atom is expected after this.",
        text.length() - 1);
    if (atoms > MoleculeGate.MOST_ATOMS) {
      throw StructureRefused.tooManyAtoms();
    }
  }

  private int step(int at) throws StructureRefused {
    return switch (text.charAt(at)) {
      case '[' -> atom(BracketAtom.endOf(text, at));
      case '*' -> throw StructureRefused.wildcard(at);
      case '-', '=', '#', ':', '/', '\\' -> bond(at);
      case '$' ->
          throw new StructureRefused("quadruple-bond", "Quadruple bonds have no InChI.", at);
      case '(' -> open(at);
      case ')' -> close(at);
      case '.' -> dot(at);
      case '%' -> ring(at, 3);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(at, 1);
      default -> atom(organic(at));
    };
  }

  /** Index after an atom of the organic subset. */
  private int organic(int at) throws StructureRefused {
    if (text.startsWith("Cl", at) || text.startsWith("Br", at)) {
      return at + 2;
    }
    char c = text.charAt(at);
    if ("BCNOPSFIbcnops".indexOf(c) >= 0) {
      return at + 1;
    }
    throw StructureRefused.notSmiles(
        Character.isLetter(c)
            ? "'%c' can only stand inside square brackets.".formatted(c)
            : "'%c' means nothing here.".formatted(c),
        at);
  }

  private int atom(int end) {
    atoms++;
    last = Last.ATOM;
    return end;
  }

  private int bond(int at) throws StructureRefused {
    need(
        last == Last.ATOM || last == Last.RING || last == Last.OPEN || last == Last.CLOSE,
        "A bond needs an atom before it.",
        at);
    last = Last.BOND;
    return at + 1;
  }

  private int open(int at) throws StructureRefused {
    need(
        last == Last.ATOM || last == Last.RING || last == Last.CLOSE,
        "A branch needs an atom before it.",
        at);
    branches.push(at);
    if (branches.size() > DEEPEST) {
      throw new StructureRefused(
          "too-deep", "Branches are nested more than %d deep.".formatted(DEEPEST), at);
    }
    last = Last.OPEN;
    return at + 1;
  }

  private int close(int at) throws StructureRefused {
    need(!branches.isEmpty(), "No branch is open here.", at);
    need(last != Last.OPEN, "This branch is empty.", at);
    need(last != Last.BOND && last != Last.DOT, "An atom is expected before the branch ends.", at);
    branches.pop();
    last = Last.CLOSE;
    return at + 1;
  }

  private int dot(int at) throws StructureRefused {
    need(
        last == Last.ATOM || last == Last.RING || last == Last.OPEN || last == Last.CLOSE,
        "A dot separates two components; there is none before it.",
        at);
    last = Last.DOT;
    return at + 1;
  }

  private int ring(int at, int length) throws StructureRefused {
    boolean bonded = last == Last.BOND && at >= 2 && text.charAt(at - 2) != '(';
    need(
        last == Last.ATOM || last == Last.RING || last == Last.CLOSE || bonded,
        "A ring bond belongs to an atom; there is none before it.",
        at);
    int number = 0;
    for (int i = length == 1 ? at : at + 1; i < at + length; i++) {
      need(i < text.length() && Character.isDigit(text.charAt(i)), "'%' takes two digits.", at);
      number = number * 10 + text.charAt(i) - '0';
    }
    if (rings.remove(number) == null) {
      rings.put(number, at);
    }
    last = Last.RING;
    return at + length;
  }

  private static void need(boolean holds, String sentence, int position) throws StructureRefused {
    if (!holds) {
      throw StructureRefused.notSmiles(sentence, position);
    }
  }
}
