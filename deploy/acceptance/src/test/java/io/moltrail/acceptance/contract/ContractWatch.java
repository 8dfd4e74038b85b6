package io.moltrail.acceptance.contract;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Stands around every class of this module: fails it when an answer that it got is not as the API
 * document says, and says after the last one how much was judged.
 */
public final class ContractWatch implements BeforeAllCallback, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(ContractWatch.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Summary.class, ignored -> new Summary(), Summary.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> faults = Contract.takeFaults();
    if (!faults.isEmpty()) {
      throw new AssertionError("Not as the API document says:\n  " + String.join("\n  ", faults));
    }
  }

  private record Summary() implements AutoCloseable {

    @Override
    public void close() {
      System.out.println(Contract.summary());
    }
  }
}
