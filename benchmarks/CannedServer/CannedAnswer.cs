namespace DynamoToolkit.Benchmarks.CannedServer;

/// <summary>One prepared answer.</summary>
/// <param name="Marker">The bytes that a request's body must hold to get this answer; empty fits every body.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Checksum">The body's CRC-32 in decimal, as the service sends it.</param>
internal sealed record CannedAnswer(byte[] Marker, byte[] Body, string Checksum);
