using System.Runtime.CompilerServices;
using DynamoToolkit.Transport.Http;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport;

/// <summary>
/// The way to DynamoDB, or to any server that speaks its protocol, over HTTP and without the AWS SDK's pipeline. The SDK's own resolvers find
/// credentials, region and endpoint, and its own exception types report errors. Safe for concurrent use; make one for each endpoint.
/// </summary>
/// <remarks>
/// A retried write may have been applied by an attempt whose answer was lost. A conditional write can then fail because of its own first
/// attempt; a transaction with a client request token can not.
/// </remarks>
public sealed class HttpTransport : IDynamoTransport
{
    private readonly HttpExchange exchange;
    private readonly RetryPolicy retries;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;

    /// <summary>Makes a transport. Nothing is resolved or connected before the first request.</summary>
    /// <param name="options">Where to send requests, as whom, and how long to try; null for the environment's settings.</param>
    public HttpTransport(HttpTransportOptions? options = null)
    {
        var settings = (options ?? new HttpTransportOptions()).Validated();
        exchange = new HttpExchange(settings);
        retries = new RetryPolicy(settings);
        timeProvider = settings.TimeProvider;
        logger = TransportLog.For(settings.LoggerFactory);
    }

    /// <summary>How many retry tokens are left.</summary>
    internal int RetryTokens => retries.Budget.Tokens;

    /// <inheritdoc/>
    /// <exception cref="TransportException">No usable answer came back.</exception>
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
        // An error that is not worth a retry, such as a failed condition, is the caller's business as a rule, and no warning.
        if (result.Kind != FailureKind.Permanent && logger.IsEnabled(LogLevel.Warning))
            TransportLog.GaveUp(logger, request.Operation, request.TableName, CallScope.ErrorTypeOf(result.Error!), result.RequestId, attempts);
        if (result.Error is TransportException transport)
            transport.Attempts = attempts;
        return result.Error!;
    }

    private void LogRetry(DynamoRequest request, in Attempt result, int nextAttempt, TimeSpan delay)
    {
        if (result.Kind == FailureKind.ClockSkew)
            TransportLog.CorrectedClock(logger, request.Operation);
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.Retrying(
                logger, request.Operation, request.TableName, CallScope.ErrorTypeOf(result.Error!), result.RequestId, nextAttempt, delay.TotalMilliseconds);
        }
    }
}
