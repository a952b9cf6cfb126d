using System;
using DynamoToolkit;

namespace Corpus.Vehicles;

/// <summary>What all vehicles have, keys included. It is not an item type itself.</summary>
[PartitionKey("VEHICLE#{Vin}"), SortKey("VEHICLE")]
[GlobalIndex("byFleet", "FLEET#{FleetId}", "{Vin}")]
public abstract class Vehicle : Tracked
{
    public required string Vin { get; init; }

    public string? FleetId { get; set; }

    public virtual string Label => Vin;
}

/// <summary>The times of all items of this program.</summary>
public abstract class Tracked
{
    [CreatedAt]
    public DateTimeOffset CreatedAt { get; private set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; private set; }

    [DynamoIgnore]
    public bool IsDirty { get; protected set; }
}

[DynamoTable("cars")]
public sealed partial class Car : Vehicle
{
    public byte Seats { get; set; } = 5;

    [DynamoAttribute("label")]
    public override string Label => $"car {Vin}";
}

[DynamoTable("trucks")]
public sealed partial class Truck : Vehicle
{
    public int LoadKilograms { get; set; }

    [DynamoAttribute("remark")]
    private string? note;

    /// <summary>Computed from the field, which is stored.</summary>
    public bool HasNote => note is not null;

    public void Annotate(string? text)
    {
        note = text;
        IsDirty = true;
    }
}
