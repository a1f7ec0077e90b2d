package dev.sigma.engine.model;

import java.util.Optional;

/** Element types that safetensors names, by the names that it gives them. */
enum DataType {
  BOOL(1),
  U8(1),
  I8(1),
  F8_E4M3(1),
  F8_E5M2(1),
  U16(2),
  I16(2),
  F16(2),
  BF16(2),
  U32(4),
  I32(4),
  F32(4),
  U64(8),
  I64(8),
  F64(8);

  /** Bytes of one element. */
  final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  static Optional<DataType> named(String name) {
    for (DataType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
