using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.LegacyOrders;

/// <summary>Items that DynamoDBContext wrote, and still writes in another program.</summary>
[DynamoTable("LegacyOrders"), DynamoNaming(NamingPolicy.Unchanged), DynamoCompatible(Compatibility.DynamoDBContext, Writes = true)]
[GlobalIndex("CustomerId-index", "{CustomerId}")]
public sealed partial class LegacyOrder
{
    [PartitionKey]
    public string OrderId { get; set; } = Guid.NewGuid().ToString();

    public string? CustomerId { get; set; }

    public DateTime OrderedAt { get; set; }

    public bool IsPaid { get; set; }

    public List<string> Articles { get; set; } = [];

    [ConcurrencyToken, DynamoAttribute("Version")]
    public int? VersionNumber { get; set; }
}
