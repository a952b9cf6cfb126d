using System;
using DynamoToolkit;

namespace Corpus.Crm;

/// <summary>An adjacency list: a company, its people and its deals in one partition, and each found from the other side.</summary>
[DynamoTable("crm")]
[PartitionKey("COMPANY#{CompanyNumber}"), SortKey("COMPANY")]
public sealed partial class Company
{
    public required string CompanyNumber { get; init; }

    public required string Name { get; set; }

    public string? Website { get; set; }
}

[DynamoTable("crm")]
[PartitionKey("COMPANY#{CompanyNumber}"), SortKey("PERSON#{PersonId}")]
[GlobalIndex("inverse", "PERSON#{PersonId}", "COMPANY#{CompanyNumber}")]
public sealed partial class Employment
{
    public required string CompanyNumber { get; init; }

    public required Guid PersonId { get; init; }

    public string? Position { get; set; }

    public DateOnly? Since { get; set; }
}

[DynamoTable("crm")]
[PartitionKey("COMPANY#{CompanyNumber}"), SortKey("DEAL#{DealId}")]
[GlobalIndex("inverse", "DEAL#{DealId}", "COMPANY#{CompanyNumber}")]
public sealed partial class Deal
{
    public required string CompanyNumber { get; init; }

    public required Guid DealId { get; init; }

    public decimal Value { get; set; }

    public byte ProbabilityPercent { get; set; }

    [ConcurrencyToken]
    public long? Revision { get; set; }
}
