using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Patients;

/// <summary>A visit, with observations by code and nested findings.</summary>
[DynamoTable("clinic")]
[PartitionKey("PATIENT#{PatientId}"), SortKey("VISIT#{On}#{VisitId}")]
public sealed partial class Visit
{
    public required Guid PatientId { get; init; }

    public required DateOnly On { get; init; }

    public required Guid VisitId { get; init; }

    public Dictionary<string, Observation> Observations { get; set; } = [];

    public List<Finding> Findings { get; set; } = [];

    public SortedDictionary<DateOnly, string> Reminders { get; set; } = [];
}

[DynamoMap]
public sealed partial record Observation(decimal Value, string Unit)
{
    public DateTimeOffset? TakenAt { get; init; }
}

[DynamoMap]
public sealed partial class Finding
{
    public required string Code { get; init; }

    public Severity Severity { get; set; }

    public List<Observation> Evidence { get; set; } = [];
}

public enum Severity
{
    Low,
    Medium,
    High,
}
