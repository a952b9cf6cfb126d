using AotShop.Model;
using DynamoToolkit.Streams;

namespace AotShop.Steps;

/// <summary>Adds up baskets, once it is open.</summary>
internal sealed class Totals : IChangeHandler<Basket>
{
    public bool IsOpen { get; set; }

    public decimal Total { get; private set; }

    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    public Task HandleAsync(Change<Basket> change, CancellationToken cancellationToken)
    {
        if (!IsOpen)
            throw new InvalidOperationException("It is closed.");

        Total += change.New.Total - change.Old.Total;
        return Task.CompletedTask;
    }
}
