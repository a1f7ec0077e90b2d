package dev.sigma.engine.opencl;

/** There is no usable OpenCL on this machine; the message says what to install. */
public class OpenClUnavailableException extends OpenClException {

  private static final long serialVersionUID = 1L;

  static final String REMEDY = "install an OpenCL driver, e.g. apt-get install pocl-opencl-icd";

  public OpenClUnavailableException(String message) {
    super(message + ": " + REMEDY);
  }
}
