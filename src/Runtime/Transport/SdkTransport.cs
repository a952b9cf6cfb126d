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
/// Calls DynamoDB through the AWS SDK's own pipeline, with its handlers, events, retries and telemetry, but with this library's bytes in
/// place of the SDK's dictionaries. It is slower on single items than <see cref="HttpTransport"/>, and as fast on large queries. Use it if
/// the SDK's pipeline is customized. It is also an ordinary SDK client for all other operations.
/// </summary>
/// <remarks>
/// It depends on public types of the SDK that the SDK does not promise to keep unchanged. So the SDK's version must be one that this
/// library was built for, or a slightly later one.
/// </remarks>
public class SdkTransport : AmazonDynamoDBClient, IDynamoTransport
{
    private readonly ILogger logger = NullLogger.Instance;

    /// <summary>Creates a transport with the environment's credentials and region.</summary>
    public SdkTransport()
        : this(new AmazonDynamoDBConfig())
    {
    }

    /// <summary>Creates a transport with the environment's credentials.</summary>
    /// <param name="config">The SDK's settings. The transport puts a cache in front of its endpoint provider.</param>
    public SdkTransport(AmazonDynamoDBConfig config)
        : base(WithCachedEndpoints(config))
    {
    }

    /// <summary>Creates a transport.</summary>
    /// <param name="credentials">The credentials that sign requests.</param>
    /// <param name="config">The SDK's settings. The transport puts a cache in front of its endpoint provider.</param>
    public SdkTransport(AWSCredentials credentials, AmazonDynamoDBConfig config)
        : base(credentials, WithCachedEndpoints(config))
    {
    }

    /// <summary>Logs each retry and each failure, without values of items. If null, only the SDK's own log reports them.</summary>
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
    /// <exception cref="TransportException">No attempt got a usable answer.</exception>
    /// <exception cref="TransportTimeoutException">
    /// No attempt got a complete answer within <see cref="ClientConfig.Timeout"/> (100 s by default).
    /// </exception>
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
                token => InvokeAsync<RawResponse>(SdkRequests.Create(request), options, token),
                SdkCalls.LongestCall(Config),
                cancellationToken).ConfigureAwait(false);
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
