package io.moltrail.web.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The container's error page: what failed outside the dispatcher. */
@Hidden
@Controller
final class ProblemErrorController implements ErrorController {

  private final ProblemWriter writer;

  ProblemErrorController(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${server.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      writer.write(request, response, failure);
    } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
        instanceof Integer status) {
      writer.write(request, response, status);
    } else {
      writer.write(request, response, HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
