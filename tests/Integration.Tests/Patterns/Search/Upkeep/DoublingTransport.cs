using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>Sends some writes twice: the first response is lost, and the second attempt comes when others may have written.</summary>
/// <param name="inner">The network.</param>
/// <param name="chance">Draws the writes.</param>
internal sealed class DoublingTransport(IDynamoTransport inner, Random chance) : IDynamoTransport
{
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation is DynamoOperation.PutItem or DynamoOperation.DeleteItem or DynamoOperation.BatchWriteItem && IsLost())
        {
            try
            {
                (await inner.SendAsync(request, cancellationToken)).Dispose();
            }
            catch (Amazon.DynamoDBv2.Model.ConditionalCheckFailedException)
            {
                // This response is lost as well.
            }
        }

        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
    }

    private bool IsLost()
    {
        lock (chance)
            return chance.Next(4) == 0;
    }
}
