using System.Runtime.CompilerServices;
using DynamoToolkit.Transport.Http;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport;

/// <summary>
/// Calls DynamoDB, or any server that speaks its protocol, over HTTP and without the AWS SDK's pipeline. The SDK's own resolvers find
/// credentials, region and endpoint, and its exception types report errors. It is safe for concurrent use; create one for each endpoint.
/// </summary>
/// <remarks>
/// A retried write may already have been applied by an attempt whose answer was lost. Then a conditional write can fail because of its own
/// first attempt; a transaction with a client request token cannot.
/// </remarks>
public sealed class HttpTransport : IDynamoTransport
{
    private readonly HttpExchange exchange;
    private readonly RetryPolicy retries;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;

    /// <summary>Creates a transport. It resolves and connects nothing before the first request.</summary>
    /// <param name="options">The endpoint, credentials and limits of requests; null for the environment's settings.</param>
    public HttpTransport(HttpTransportOptions? options = null)
    {
        var settings = (options ?? new HttpTransportOptions()).Validated();
        exchange = new HttpExchange(settings);
        retries = new RetryPolicy(settings);
        timeProvider = settings.TimeProvider;
        logger = TransportLog.For(settings.LoggerFactory);
    }

    /// <summary>The number of remaining retry tokens.</summary>
    internal int RetryTokens => retries.Budget.Tokens;

    /// <inheritdoc/>
    /// <exception cref="TransportException">No attempt got a usable answer.</exception>
    /// <exception cref="TransportTimeoutException">No answer came back in time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var call = CallScope.Start(request, logger);
        var attempt = 1;
        WireBuffer answer;
        try
        {
            var invocationId = InvocationId.Next();
            for (var taken = 0; ; attempt++)
            {
                var result = await exchange.SendAsync(request, invocationId, attempt, cancellationToken).ConfigureAwait(false);
                if (result.Body is { } body)
                {
                    retries.Budget.Refund(taken);
                    answer = body;
                    break;
                }

                if (!retries.TryPlan(result.Kind, attempt, out taken, out var delay))
                    throw GiveUp(request, result, attempt);

                call.Retrying(CallScope.ErrorTypeOf(result.Error!), exchange.Address);
                LogRetry(request, result, attempt + 1, delay);
                if (delay > TimeSpan.Zero)
                    await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            call.Failed(exception, attempt, exchange.Address);
            throw;
        }

        call.Succeeded(answer.WrittenSpan, attempt, exchange.Address);
        return answer;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => exchange.Dispose();

    private Exception GiveUp(DynamoRequest request, in Attempt result, int attempts)
    {
        // The caller normally handles an error that is not worth a retry, such as a failed condition, so it is not a warning.
        if (result.Kind != FailureKind.Permanent && logger.IsEnabled(LogLevel.Warning))
        {
            TransportLog.GaveUp(
                logger, request.Operation, request.TableName, CallScope.ErrorTypeOf(result.Error!), result.RequestId, attempts);
        }

        if (result.Error is TransportException transport)
            transport.Attempts = attempts;
        return result.Error!;
    }

    private void LogRetry(DynamoRequest request, in Attempt result, int nextAttempt, TimeSpan delay)
    {
        if (result.Kind == FailureKind.ClockSkew)
        {
            TransportLog.CorrectedClock(logger, request.Operation);
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.Retrying(
                logger,
                request.Operation,
                request.TableName,
                CallScope.ErrorTypeOf(result.Error!),
                result.RequestId,
                nextAttempt,
                delay.TotalMilliseconds);
        }
    }
}
