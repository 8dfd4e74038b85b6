package io.moltrail.chemistry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads structures: decides whether a text is one, brings it into the form that is stored, and
 * works out its keys and numbers.
 *
 * <p>Rule version 1 is "as drawn". Only two things are normalised: aromaticity (any Kekulé form and
 * any lower-case spelling become the lower-case SMILES of the Daylight model) and explicit
 * hydrogens (they become implicit where nothing is lost). Salts are not stripped, charges not
 * moved, nitro groups not rewritten. Stereo marks on atoms that are no centres fall away.
 *
 * <p>Work runs on a pool of its own with deep stacks, because the toolkit recurses and calls native
 * code that no one can interrupt. Thread-safe. No text makes a method here throw: a text is
 * accepted or refused.
 */
public final class Chemistry implements AutoCloseable {

  /** Version of the standardisation and identity rules; a part of {@link Structure#identity()}. */
  public static final String RULE_VERSION = "1";

  private static final Duration LONGEST_LOADING = Duration.ofMinutes(1);

  private final int threads;
  private final ChemistryPool pool;
  private final ThreadLocal<StructureReader> reader;

  /**
   * Starts the pool.
   *
   * @param threads platform threads, at least 1; as many as there are cores to spare
   * @param queue structures that may wait, at least 1
   * @param limitPerStructure time for one structure from the start of its work, at least 1 ms
   */
  public Chemistry(int threads, int queue, Duration limitPerStructure) {
    this.threads = threads;
    this.pool = new ChemistryPool(threads, queue, limitPerStructure, Chemistry::loadToolkit);
    this.reader = ThreadLocal.withInitial(() -> new StructureReader(limitPerStructure));
  }

  /**
   * The toolkit loads thousands of classes and a native library at its first structure; on a busy
   * machine that alone is longer than a structure may take.
   */
  private static void loadToolkit() {
    new StructureReader(LONGEST_LOADING).read("C[C@H](O)C(=O)[O-].[Na+]", TautomerRule.DISTINCT);
  }

  /**
   * Everything about one structure to register.
   *
   * @throws ChemistryBusyException when the queue is full
   */
  public StructureReading read(String smiles, TautomerRule tautomers) {
    return await(pool.submit(() -> reader.get().read(smiles, tautomers)));
  }

  /**
   * The same for many, in their order, side by side on the pool. Waits for room in the queue.
   *
   * @throws ChemistryBusyException when every thread of the pool is stuck
   */
  public List<StructureReading> readAll(List<String> smiles, TautomerRule tautomers) {
    var pending = new ArrayDeque<ChemistryJob<StructureReading>>();
    var readings = new ArrayList<StructureReading>(smiles.size());
    for (String each : smiles) {
      Supplier<StructureReading> work = () -> reader.get().read(each, tautomers);
      Optional<ChemistryJob<StructureReading>> queued = Optional.empty();
      while (queued.isEmpty()) {
        // our own oldest first: waiting for room alone, nobody would notice that our own work holds
        // the threads
        if (pending.size() == 4 * threads) {
          readings.add(await(pending.remove()));
        }
        queued =
            pending.isEmpty() ? Optional.of(pool.submitWhenRoom(work)) : pool.submitIfRoom(work);
        if (queued.isEmpty()) {
          readings.add(await(pending.remove()));
        }
      }
      pending.add(queued.get());
    }
    pending.forEach(job -> readings.add(await(job)));
    return List.copyOf(readings);
  }

  /**
   * The keys of one structure to look up, at about half the cost.
   *
   * @throws ChemistryBusyException when the queue is full
   */
  public KeyReading key(String smiles) {
    return pool.await(pool.submit(() -> reader.get().key(smiles)))
        .orElseGet(() -> new KeyReading.Refused(StructureRefused.tooHard().refusal()));
  }

  private StructureReading await(ChemistryJob<StructureReading> job) {
    return pool.await(job)
        .orElseGet(() -> new StructureReading.Refused(StructureRefused.tooHard().refusal()));
  }

  /** Ends the pool. Work that is running ends by itself; work that waits is not done. */
  @Override
  public void close() {
    pool.close();
  }
}
