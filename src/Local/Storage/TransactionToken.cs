namespace DynamoToolkit.Local.Storage;

/// <summary>A transaction that was done under a client's token: what it was, so that a repetition is known from a misuse, and until when that counts.</summary>
internal sealed record TransactionToken(string Token, string Fingerprint, DateTimeOffset Expires);
