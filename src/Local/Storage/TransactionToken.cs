namespace DynamoToolkit.Local.Storage;

/// <summary>A completed transaction with a client's token.</summary>
/// <param name="Token">The client's token.</param>
/// <param name="Fingerprint">A hash of the request, which tells a repetition from a different request with the same token.</param>
/// <param name="Expires">When the engine forgets the token.</param>
internal sealed record TransactionToken(string Token, string Fingerprint, DateTimeOffset Expires);
