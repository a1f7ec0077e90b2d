package dev.sigma.engine.opencl;

/** An OpenCL call that failed; the message names the call and the error. */
public class OpenClException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OpenClException(String message) {
    super(message);
  }

  public OpenClException(String message, Throwable cause) {
    super(message, cause);
  }
}
