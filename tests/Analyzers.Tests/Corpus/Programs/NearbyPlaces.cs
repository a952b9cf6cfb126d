using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Geo;
using DynamoToolkit;

namespace Corpus.Programs.NearbyPlaces;

/// <summary>Looks in the cell of a position and the eight around it. A query reads one key, so that nine it is.</summary>
public sealed class NearbyPlaces(DynamoTable<Place> places, DynamoTable<CourierPosition> couriers)
{
    public async Task<List<Place>> FindAsync(IReadOnlyCollection<string> cells, CancellationToken cancellationToken)
    {
        var found = new List<Place>();
        foreach (var cell in cells)
        {
            await foreach (var place in places.Query(Place.Index.ByCell(cell)).WithCancellation(cancellationToken))
                found.Add(place);
        }

        return found;
    }

    public async Task<IEnumerable<CourierPosition>> CouriersAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        var queries = cells.Select(
            cell => couriers.Query(CourierPosition.Index.Near(cell)).Descending().Limit(10).ToListAsync(cancellationToken));
        return (await Task.WhenAll(queries)).SelectMany(couriers => couriers);
    }

    public Task MoveAsync(string courier, string cell, Position position, System.DateTimeOffset now, CancellationToken cancellationToken) =>
        couriers.Update(CourierPosition.Key(courier))
            .Set(c => c.At, position)
            .Set(c => c.Cell, cell)
            .Set(c => c.SeenAt, now)
            .Set(c => c.OfflineAt, now.AddMinutes(10))
            .ExecuteAsync(cancellationToken);
}
