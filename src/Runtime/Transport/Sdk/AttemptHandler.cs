using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Sits in the pipeline below the SDK's retries, and reports each attempt to its call.</summary>
internal sealed class AttemptHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.Marshaller is not RawRequestMarshaller { Call: var call })
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);

        call.BeginAttempt(executionContext.RequestContext.Request.Endpoint);
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
