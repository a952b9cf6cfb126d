using System;
using DynamoToolkit;

namespace Corpus.Leases;

/// <summary>A lease of a resource by one process at a time.</summary>
[DynamoTable("leases")]
public sealed partial class Lease
{
    [PartitionKey]
    public required string Resource { get; init; }

    public required string Holder { get; set; }

    public DateTimeOffset Until { get; set; }

    [ConcurrencyToken]
    public Guid? Token { get; private set; }
}
