using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Vehicles;
using DynamoToolkit;

namespace Corpus.Programs.FleetOffice;

using CarTable = DynamoToolkit.DynamoTable<Corpus.Vehicles.Car>;

/// <summary>Types that inherit their keys, in tables of their own.</summary>
public sealed class FleetOffice(CarTable cars, DynamoTable<Truck> trucks)
{
    public async Task<IReadOnlyList<Vehicle>> FleetAsync(string fleet, CancellationToken cancellationToken)
    {
        var small = cars.Query(Car.Index.ByFleet(fleet)).ToListAsync(cancellationToken);
        var large = trucks.Query(Truck.Index.ByFleet(fleet)).ToListAsync(cancellationToken);
        return [.. await small, .. await large];
    }

    public async Task AnnotateAsync(string vin, string text, CancellationToken cancellationToken)
    {
        var update = trucks.Update(Truck.Key(vin)).Set(t => t.LoadKilograms, 12_000);
        if (text.Length > 0)
            update.Set(t => t.FleetId, text);
        else
            update.Remove(t => t.FleetId);
        await update.IfExists().ExecuteAsync(cancellationToken);
    }

    public async Task<long> OldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var fleets = new[] { "north", "south" };
        var counts = await Task.WhenAll(fleets.Select(fleet =>
            cars.Query(Car.Index.ByFleet(fleet)).Where(c => c.CreatedAt < before).CountAsync(cancellationToken)));
        return counts.Sum();
    }
}
