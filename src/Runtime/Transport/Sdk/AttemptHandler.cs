using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport.Endpoints;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Sits in the pipeline below the SDK's retries, and reports each attempt to its call.</summary>
internal sealed class AttemptHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.Marshaller is not RawRequestMarshaller { Call: var call })
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);

        // The endpoint rules are those of the tables' API. The signature, which follows, is over the host.
        var request = executionContext.RequestContext.Request;
        if (OperationNames.IsOfStreams(call.Request.Operation)
            && string.IsNullOrEmpty(executionContext.RequestContext.ClientConfig.ServiceURL))
        {
            request.Endpoint = StreamsEndpoint.Of(request.Endpoint);
        }

        call.BeginAttempt(request.Endpoint);
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.FailAttempt(exception);
            throw;
        }
    }
}
