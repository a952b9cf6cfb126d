namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>One measurement of an instrument.</summary>
internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
