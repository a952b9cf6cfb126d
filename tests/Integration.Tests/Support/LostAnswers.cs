using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>Sends some requests twice: the first response is lost, and the transport tries again when others may have written.</summary>
/// <param name="inner">The network.</param>
/// <param name="isLost">Chooses the requests.</param>
internal sealed class LostAnswers(IDynamoTransport inner, Func<DynamoOperation, bool> isLost) : IDynamoTransport
{
    /// <summary>What happens between the two attempts.</summary>
    public Func<Task> Meanwhile { get; init; } = static () => Task.CompletedTask;

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (isLost(request.Operation))
        {
            try
            {
                (await inner.SendAsync(request, cancellationToken)).Dispose();
            }
            catch (ConditionalCheckFailedException)
            {
                // This response is lost as well.
            }

            await Meanwhile();
        }

        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
