using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Storage;

/// <summary>Schemas for tests below the requests.</summary>
internal static class Schemas
{
    /// <summary>A table whose key is the text <c>p</c>.</summary>
    public static TableSchema OfTexts(string name) => new()
    {
        Name = name,
        Id = Guid.NewGuid(),
        Created = DateTimeOffset.UnixEpoch,
        Attributes = [("p", ValueKind.S)],
        Keys = new KeySchema([new KeyElement("p", ValueKind.S, IsHash: true)]),
        Indexes = [],
        OnDemand = true,
        Throughput = Throughput.None,
    };
}
