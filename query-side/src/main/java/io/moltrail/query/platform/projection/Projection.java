package io.moltrail.query.platform.projection;

import io.moltrail.query.platform.database.ReadSchema;
import java.util.List;

/**
 * One read model: writes what a batch of events makes of its rows, inside the batch's transaction,
 * and may do so twice.
 */
public interface Projection {

  void apply(List<Fact> facts, ReadSchema schema);
}
