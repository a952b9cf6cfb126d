using System;
using DynamoToolkit;

namespace Corpus.Rates;

/// <summary>The rate of a pair of currencies on a day.</summary>
[DynamoTable("exchange-rates")]
public sealed partial record ExchangeRate([PartitionKey] string Pair, [SortKey] DateOnly Day)
{
    public decimal Rate { get; init; }

    public required string Source { get; init; }
}
