package io.moltrail.chemistry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two registrations the same molecule (DESIGN §4, molecule identity). */
final class Identity {

  private Identity() {}

  /**
   * Lower-case hex SHA-256 over four lines: rule version, standard InChIKey, enhanced-stereo layer,
   * fixed-hydrogen layer.
   *
   * <p>A SMILES carries no enhanced stereo, so that line is empty here; an empty fixed-hydrogen
   * layer means that no hydrogen is mobile or that tautomers are the same.
   */
  static String of(String ruleVersion, String inchiKey, String fixedHydrogens) {
    String lines = String.join("\n", ruleVersion, inchiKey, "", fixedHydrogens);
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
