using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport.Sdk;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoToolkit.Transport;

/// <summary>
/// The way to DynamoDB through the AWS SDK's own pipeline, with its handlers, events, retries and telemetry, but with this library's bytes in
/// place of the SDK's dictionaries. Slower on single items than <see cref="HttpTransport"/> and as fast on large queries; take it where the
/// SDK's pipeline is customized. It is also an ordinary client for everything else that the SDK offers.
/// </summary>
/// <remarks>
/// It rests on types that the SDK keeps public without promising to keep them as they are, so the SDK's version must be one that this
/// library was built for or a close later one.
/// </remarks>
public class SdkTransport : AmazonDynamoDBClient, IDynamoTransport
{
    private readonly ILogger logger = NullLogger.Instance;

    /// <summary>Makes one with the environment's credentials and region.</summary>
    public SdkTransport()
        : this(new AmazonDynamoDBConfig())
    {
    }

    /// <summary>Makes one with the environment's credentials.</summary>
    /// <param name="config">The SDK's settings. Its endpoint provider gets a cache before it.</param>
    public SdkTransport(AmazonDynamoDBConfig config)
        : base(WithCachedEndpoints(config))
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <param name="config">The SDK's settings. Its endpoint provider gets a cache before it.</param>
    public SdkTransport(AWSCredentials credentials, AmazonDynamoDBConfig config)
        : base(credentials, WithCachedEndpoints(config))
    {
    }

    /// <summary>Takes a line for each retry and each failure, without values of items. When null, only the SDK's own log tells.</summary>
    public ILoggerFactory? LoggerFactory
    {
        get;
        init
        {
            field = value;
            logger = TransportLog.For(value);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TransportException">No usable answer came back.</exception>
    /// <exception cref="TransportTimeoutException">No whole answer came back in <see cref="ClientConfig.Timeout"/> (100 s unless set), each time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var scope = CallScope.Start(request, logger);
        var call = new SdkCall(request, scope, logger);
        var options = new InvokeOptions
        {
            RequestMarshaller = new RawRequestMarshaller(call),
            ResponseUnmarshaller = RawResponseUnmarshaller.For(request.Operation),
        };
        RawResponse response;
        try
        {
            response = await SdkCalls.EndInTimeAsync(
                token => InvokeAsync<RawResponse>(SdkRequests.Create(request), options, token), SdkCalls.LongestCall(Config), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var translated = SdkFailures.Translate(exception, request.Operation, cancellationToken);
            scope.Failed(translated ?? exception, call.Attempts, call.Server);
            call.GiveUp(translated ?? exception);
            if (translated is not null)
                throw translated;
            throw;
        }

        scope.Succeeded(response.Body.WrittenSpan, call.Attempts, call.Server);
        return response.Body;
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<Unmarshaller>(new RawBodyHandler(SupportResponseLogging));
        pipeline.AddHandlerAfter<RetryHandler>(new AttemptHandler());
    }

    private static AmazonDynamoDBConfig WithCachedEndpoints(AmazonDynamoDBConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (config.EndpointProvider is not CachingEndpointProvider)
            config.EndpointProvider = new CachingEndpointProvider(config.EndpointProvider);
        return config;
    }
}
