package dev.sigma.engine.model;

/**
 * A decoder as data: what {@code config.json} says, checked. Families differ by what stands here,
 * never by a class.
 *
 * @param modelType {@code "sigma"} or {@code "llama"}
 * @param layers decoder layers
 * @param hidden width of the residual stream
 * @param feedForward inner width of the SwiGLU feed-forward
 * @param vocabulary rows of the embedding; tokenizer ids are smaller
 * @param maxPositions longest sequence in tokens, prompt and answer together
 * @param rmsEpsilon added to the mean square in RMSNorm
 * @param ropeTheta base of the rotary frequencies (half-split pairs, as in Llama's Hugging Face
 *     form)
 * @param tiedEmbeddings whether the output projection is the embedding
 * @param attention heads and dims
 */
public record ModelConfig(
    String modelType,
    int layers,
    int hidden,
    int feedForward,
    int vocabulary,
    int maxPositions,
    float rmsEpsilon,
    float ropeTheta,
    boolean tiedEmbeddings,
    AttentionShape attention) {}
