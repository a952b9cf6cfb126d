using System.Globalization;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// The program that builds are measured on: entities as people write them, one file each, around a nested type that they share.
/// </summary>
internal static class BuildSources
{
    public const string Shared = """
        using DynamoToolkit;

        namespace Application.Entities;

        [DynamoMap]
        public sealed partial class Address
        {
            public required string Street { get; init; }
            public required string City { get; init; }
            public string? Code { get; init; }
        }
        """;

    /// <summary>
    /// One entity of 13 members: keys from templates, an index with a sort key, an enum, collections, a nested type and a time to live.
    /// </summary>
    public static string Entity(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using DynamoToolkit;

        namespace Application.Entities;

        public enum Status{{number}} { Created, Running, Finished, Failed }

        [DynamoTable("entities")]
        [PartitionKey("E{{number}}#{CustomerId}"), SortKey("ORDER#{OrderId}")]
        [GlobalIndex("byStatus", "{Status}", "{CreatedAt}")]
        public sealed partial class Entity{{number}}
        {
            public required string CustomerId { get; init; }
            public required string OrderId { get; init; }
            public Status{{number}} Status { get; set; }
            public DateTimeOffset CreatedAt { get; init; }
            public string? Note { get; set; }
            public Guid Correlation { get; init; }
            public int Quantity { get; set; }
            public decimal Total { get; set; }
            public bool? Paid { get; set; }
            public HashSet<string> Tags { get; set; } = [];
            public List<string> Steps { get; set; } = [];
            public Address? ShipTo { get; set; }
            [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }
        }
        """);
}
