using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.FeatureFlags;

public enum Rollout
{
    [DynamoEnumName("off")]
    Off,

    [DynamoEnumName("percent", Aliases = ["gradual"])]
    Percent,

    [DynamoEnumName("on")]
    On,
}

/// <summary>A flag of an application. All flags of one are read with one query, and cached.</summary>
[DynamoTable("feature-flags")]
[PartitionKey("APP#{Application}"), SortKey("FLAG#{Name}")]
public sealed partial class FeatureFlag
{
    public required string Application { get; init; }

    public required string Name { get; init; }

    public Rollout Rollout { get; set; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public Audience Audience { get; set; }

    public int Percent { get; set; }

    public List<Rule> Rules { get; set; } = [];

    [ConcurrencyToken]
    public int Version { get; set; }
}

public enum Audience
{
    Everybody = 0,
    Staff = 1,
    Testers = 2,
}

[DynamoMap]
public sealed partial record Rule(string Attribute, IReadOnlyList<string> Values)
{
    public bool Negate { get; init; }
}
