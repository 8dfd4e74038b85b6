package io.moltrail.architecture.samples.messages;

import org.springframework.context.ApplicationContext;

public interface MessageKnowingSpring {
  ApplicationContext context();
}
