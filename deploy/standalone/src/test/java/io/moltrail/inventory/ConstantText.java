package io.moltrail.inventory;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** The text of an expression that is the same whenever it runs, or one of two such texts. */
record ConstantText(Trees trees) {

  Optional<String> of(TreePath parent, ExpressionTree expression) {
    TreePath path = new TreePath(parent, expression);
    return switch (expression) {
      case LiteralTree it -> Optional.ofNullable(it.getValue()).map(ConstantText::onOneLine);
      case ParenthesizedTree it -> of(path, it.getExpression());
      case BinaryTree it -> both(path, it.getLeftOperand(), it.getRightOperand(), "");
      case ConditionalExpressionTree it ->
          both(path, it.getTrueExpression(), it.getFalseExpression(), " | ");
      default ->
          trees.getElement(path) instanceof VariableElement variable
              ? Optional.ofNullable(variable.getConstantValue()).map(ConstantText::onOneLine)
              : Optional.empty();
    };
  }

  private Optional<String> both(
      TreePath parent, ExpressionTree left, ExpressionTree right, String between) {
    return of(parent, left).flatMap(it -> of(parent, right).map(other -> it + between + other));
  }

  private static String onOneLine(Object value) {
    return value.toString().replace("\n", "\\n").replace("\t", "\\t");
  }
}
