using System.Globalization;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>The programs that the generator is run on: one file an entity, and one file that has nothing to do with any.</summary>
internal static class EntitySources
{
    public const string Unrelated = """
        namespace Application;

        public static class Greeting
        {
            public static string For(string name) => "Hello " + name;
        }
        """;

    /// <summary>One entity of 16 members: composite keys, an index, a time to live, collections and methods of its own.</summary>
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
            public string? Email { get; set; }
            public string? Title { get; set; }
            [DynamoAttribute("n")] public string? Note { get; set; }
            public Guid Correlation { get; init; }
            public int Quantity { get; set; }
            public decimal Total { get; set; }
            public double? Rating { get; set; }
            public bool Paid { get; set; }
            public HashSet<string> Tags { get; set; } = [];
            public List<string> Steps { get; set; } = [];
            public Dictionary<string, int> Counts { get; set; } = [];
            [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }

            public bool IsOpen()
            {
                return Status == Status{{number}}.Created;
            }
        }
        """);
}
