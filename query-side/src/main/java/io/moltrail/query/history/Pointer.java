package io.moltrail.query.history;

/** Where an event of a project's history is. */
record Pointer(Key key, String eventId, String aggregateId) {

  /** The event's place in the log, by which histories are ordered. */
  record Key(int epoch, long transactionId, long globalIndex) {

    static final Key FIRST = new Key(-1, 0, 0);

    static Key parse(String payload) {
      String[] parts = payload.split(" ", 3);
      return new Key(
          Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    String payload() {
      return epoch + " " + transactionId + " " + globalIndex;
    }
  }
}
