using System;
using DynamoToolkit;

namespace Corpus.Weather;

/// <summary>The hourly summary of a weather station.</summary>
[DynamoTable("weather")]
[PartitionKey("STATION#{Station}#{Year}"), SortKey("{HourOfYear}")]
[Cardinality(8_000)]
public sealed partial class HourlySummary
{
    public required string Station { get; init; }

    public required short Year { get; init; }

    public required short HourOfYear { get; init; }

    [DynamoAttribute("t")]
    public float MeanCelsius { get; set; }

    [DynamoAttribute("p")]
    public float HectoPascal { get; set; }

    [DynamoAttribute("r")]
    public float? RainMillimeters { get; set; }
}
