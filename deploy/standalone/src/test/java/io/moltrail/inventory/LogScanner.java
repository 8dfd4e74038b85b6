package io.moltrail.inventory;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds what a source file hands to a logger, to the logging context or to the terminal. What it
 * does not understand it refuses: a statement that is skipped could say anything.
 */
final class LogScanner extends TreePathScanner<Void, List<Place>> {

  private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error");
  private static final Set<String> PRINTING =
      Set.of("print", "println", "printf", "format", "append", "write");
  private static final Set<String> SILENT =
      Set.of("org.slf4j.LoggerFactory.getLogger", "org.slf4j.Logger.getName");
  private static final Pattern ASKING =
      Pattern.compile("org\\.slf4j\\.(Logger\\.is[A-Z]\\w+Enabled|MDC\\.(get|remove|clear))");
  private static final Pattern LOGGING =
      Pattern.compile("(org\\.slf4j|ch\\.qos\\.logback|java\\.lang\\.System\\.Logger)\\b.*");

  private final Trees trees;
  private final JavacTask task;
  private final ConstantText constants;

  LogScanner(JavacTask task) {
    this.trees = Trees.instance(task);
    this.task = task;
    this.constants = new ConstantText(trees);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, List<Place> found) {
    Element called = trees.getElement(new TreePath(getCurrentPath(), call.getMethodSelect()));
    if (called instanceof ExecutableElement method) {
      invocation(call, owner(method), method.getSimpleName().toString(), found);
    }
    return super.visitMethodInvocation(call, found);
  }

  private void invocation(
      MethodInvocationTree call, String owner, String method, List<Place> found) {
    if (owner.equals("org.slf4j.Logger") && LEVELS.contains(method)) {
      statement(Kind.LOG_FIELD, call, found);
    } else if (owner.equals("org.slf4j.MDC") && method.startsWith("put")) {
      String key = constant(call.getArguments().getFirst()).orElseThrow(this::notUnderstood);
      found.add(new Place(Kind.LOG_CONTEXT, key));
    } else if (owner.equals("java.io.PrintStream") && PRINTING.contains(method)) {
      statement(Kind.TERMINAL, call, found);
    } else if (method.equals("printStackTrace") || logs(owner + "." + method)) {
      throw notUnderstood();
    }
  }

  private static boolean logs(String method) {
    return LOGGING.matcher(method).matches()
        && !SILENT.contains(method)
        && !ASKING.matcher(method).matches();
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, List<Place> found) {
    Element called = trees.getElement(getCurrentPath());
    if (called instanceof ExecutableElement method
        && logs(owner(method) + "." + method.getSimpleName())) {
      throw notUnderstood();
    }
    return super.visitMemberReference(reference, found);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, List<Place> found) {
    standardStream();
    return super.visitMemberSelect(select, found);
  }

  @Override
  public Void visitIdentifier(IdentifierTree identifier, List<Place> found) {
    standardStream();
    return super.visitIdentifier(identifier, found);
  }

  /**
   * What is called on {@code System.out} is found as any call of a print stream; it may be handed
   * on only to our own code, where such calls are found too.
   */
  private void standardStream() {
    Element named = trees.getElement(getCurrentPath());
    if (named == null
        || !named.getKind().isField()
        || !owner(named).equals("java.lang.System")
        || named.getSimpleName().contentEquals("in")) {
      return;
    }
    TreePath parent = getCurrentPath().getParentPath();
    boolean called =
        parent.getLeaf() instanceof MemberSelectTree
            && parent.getParentPath().getLeaf() instanceof MethodInvocationTree;
    if (!called && !isHandedToUs(parent)) {
      throw notUnderstood();
    }
  }

  private boolean isHandedToUs(TreePath parent) {
    return parent.getLeaf() instanceof MethodInvocationTree call
        && trees.getElement(new TreePath(parent, call.getMethodSelect()))
            instanceof ExecutableElement method
        && owner(method).startsWith("io.moltrail.");
  }

  private void statement(Kind kind, MethodInvocationTree call, List<Place> found) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    Optional<String> message =
        arguments.isEmpty() ? Optional.empty() : constant(arguments.getFirst());
    arguments.stream()
        .skip(message.isPresent() ? 1 : 0)
        .map(this::field)
        .map(it -> new Place(kind, String.join("/", className(), message.orElse(""), it)))
        .forEach(found::add);
  }

  /** An exception says more than its name: its type belongs to the field. */
  private String field(ExpressionTree argument) {
    TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), argument));
    if (type == null || type.getKind() == TypeKind.ARRAY || isA(type, "org.slf4j.Marker")) {
      throw notUnderstood();
    }
    String text = argument.toString().replaceAll("\\s+", " ");
    return isA(type, "java.lang.Throwable")
        ? text + ": " + type.toString().replaceAll("\\b[a-z]\\w*\\.", "")
        : text;
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = task.getElements().getTypeElement(name);
    return element != null && task.getTypes().isAssignable(type, element.asType());
  }

  private Optional<String> constant(ExpressionTree expression) {
    return constants.of(getCurrentPath(), expression);
  }

  private static String owner(Element member) {
    return member.getEnclosingElement() instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : "";
  }

  /** The outermost class, without the part that all our classes share. */
  private String className() {
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    Tree outermost = unit.getTypeDecls().getFirst();
    String name = ((ClassTree) outermost).getSimpleName().toString();
    return (unit.getPackageName() + "." + name).replaceFirst("^io\\.moltrail\\.", "");
  }

  private IllegalStateException notUnderstood() {
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    long at = trees.getSourcePositions().getStartPosition(unit, getCurrentPath().getLeaf());
    return new IllegalStateException(
        "%s, line %d: the inventory cannot tell what this logs: %s"
            .formatted(
                className(), unit.getLineMap().getLineNumber(at), getCurrentPath().getLeaf()));
  }
}
