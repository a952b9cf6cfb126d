using System.Buffers;
using System.IO.Pipelines;

namespace DynamoToolkit.Benchmarks.CannedServer;

/// <summary>
/// Plays the service: <c>POST /</c> with <c>X-Amz-Target</c> gets the canned answer. <c>GET /OPERATION</c> gives back the last
/// body that came for the operation, so that the measuring program can check what its clients really sent.
/// </summary>
internal sealed class CannedEndpoint(CannedAnswers answers)
{
    // As long as the service's own: a shorter one would flatter clients that copy it into a string.
    private const string RequestId = "7QK1LJ3ESDHAMU0FH3M4PRMTRVVV4KQNSO5AEMVJF66Q9ASUAAJG";

    private readonly Dictionary<string, byte[]> bodies = [];
    private volatile bool captures;

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await GiveBackAsync(context);
            return;
        }

        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var operation = target[(target.IndexOf('.') + 1)..];
        var reader = context.Request.BodyReader;
        var body = await ReadToEndAsync(reader, context.RequestAborted);
        var answer = Answer(operation, body);
        reader.AdvanceTo(body.End);

        var response = context.Response;
        response.Headers["x-amzn-RequestId"] = RequestId;
        response.ContentType = "application/x-amz-json-1.0";
        if (answer is null)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            await response.WriteAsync(
                """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"No answer is prepared."}""");
            return;
        }

        response.Headers["x-amz-crc32"] = answer.Checksum;
        response.ContentLength = answer.Body.Length;
        await response.BodyWriter.WriteAsync(answer.Body);
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
                return read.Buffer;

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private CannedAnswer? Answer(string operation, ReadOnlySequence<byte> body)
    {
        if (captures)
        {
            lock (bodies)
                bodies[operation] = body.ToArray();
        }

        return answers.Find(operation, body);
    }

    /// <summary>
    /// The first question switches capturing on, <c>GET /</c> off again: copies of bodies would take time from the measured ones.
    /// </summary>
    private async Task GiveBackAsync(HttpContext context)
    {
        var operation = context.Request.Path.Value![1..];
        captures = operation.Length > 0;
        byte[] body;
        lock (bodies)
            body = bodies.GetValueOrDefault(operation) ?? [];

        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
