using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Workflows;

public enum StepState
{
    Pending,
    Running,
    Done,
    Failed,
}

/// <summary>A run of a workflow. Each step is an item, so that steps do not conflict.</summary>
[DynamoTable("workflows")]
[PartitionKey("WORKFLOW#{RunId}"), SortKey("RUN")]
[GlobalIndex("byDefinition", "DEFINITION#{Definition}", "{StartedAt}")]
public sealed partial record WorkflowRun
{
    public required Guid RunId { get; init; }

    public required string Definition { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>();

    [ConcurrencyToken]
    public int? Version { get; init; }
}

[DynamoTable("workflows")]
[PartitionKey("WORKFLOW#{RunId}"), SortKey("STEP#{Order}#{Name}")]
public sealed partial record WorkflowStep
{
    public required Guid RunId { get; init; }

    public required ushort Order { get; init; }

    public required string Name { get; init; }

    public StepState State { get; init; }

    public TimeSpan? Took { get; init; }

    public string? Output { get; init; }
}
