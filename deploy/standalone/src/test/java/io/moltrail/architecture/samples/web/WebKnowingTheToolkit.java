package io.moltrail.architecture.samples.web;

import org.openscience.cdk.interfaces.IAtomContainer;

public interface WebKnowingTheToolkit {
  IAtomContainer molecule();
}
