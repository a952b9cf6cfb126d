using System;
using DynamoToolkit;

namespace Corpus.Geo;

[DynamoMap]
public readonly partial record struct Position(double Latitude, double Longitude);

/// <summary>A place that is found by the cell of a geohash: five letters name about five kilometres.</summary>
[DynamoTable("places")]
[GlobalIndex("byCell", "CELL#{Cell}", "{Geohash}")]
public sealed partial class Place
{
    [PartitionKey]
    public required Guid PlaceId { get; init; }

    public required string Name { get; set; }

    public required Position Position { get; init; }

    public required string Geohash { get; init; }

    [DynamoAttribute("cell")]
    public string Cell => Geohash[..5];

    public string? OpeningHours { get; set; }
}

/// <summary>The last position of a courier, one item that is replaced.</summary>
[DynamoTable("couriers")]
[GlobalIndex("near", "{Cell}", "{SeenAt}")]
public sealed partial class CourierPosition
{
    [PartitionKey]
    public required string CourierId { get; init; }

    public string? Cell { get; set; }

    public Position At { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    [TimeToLive]
    public DateTimeOffset? OfflineAt { get; set; }
}
