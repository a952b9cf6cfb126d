using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Inventory;
using DynamoToolkit;

namespace Corpus.Programs.StockKeeper;

/// <summary>Changes stock by hand: reads, decides, and writes what nobody has changed meanwhile.</summary>
public sealed class StockKeeper(DynamoTable<StockLevel> stock, DynamoTable<StockMovement> movements)
{
    private const int MaxAttempts = 5;

    public async Task<StockLevel> CorrectAsync(string sku, string warehouse, int counted, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var level = await stock.GetAsync(StockLevel.Key(sku, warehouse), consistentRead: true, cancellationToken)
                ?? throw new ArgumentException($"There is no stock of {sku} in {warehouse}.");
            var corrected = level with { OnHand = counted };
            try
            {
                await stock.PutAsync(corrected, cancellationToken);
                await movements.PutAsync(Movement(level, counted), cancellationToken);
                return corrected;
            }
            catch (ConcurrencyConflictException) when (attempt < MaxAttempts)
            {
                await Task.Delay(Random.Shared.Next(10, 50) * attempt, cancellationToken);
            }
        }
    }

    public async Task ReceiveAsync(string sku, string warehouse, int quantity, CancellationToken cancellationToken)
    {
        // Adding is right whatever the version is.
        await stock.Update(StockLevel.Key(sku, warehouse)).Add(s => s.OnHand, quantity).ExecuteAsync(cancellationToken);
    }

    private static StockMovement Movement(StockLevel level, int counted) => new()
    {
        Sku = level.Sku,
        At = DateTimeOffset.UtcNow,
        MovementId = Guid.NewGuid(),
        Quantity = counted - level.OnHand,
        Reason = "count",
    };
}
