using TrackingStore.Artifacts;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>
/// Uploads in parts, which clients send to the bucket. The folder is in the URL, and the name is the last part of the path that the file
/// has on the client's machine. Where the artifacts are on a disk, it refuses in the words after which clients upload the whole file.
/// </summary>
internal sealed class MultipartUpload(IArtifactStore artifacts) : IEndpoint
{
    private const string Prefix = "mpu/";
    private const string UploadId = "upload_id";
    private const int MaxParts = 10_000;
    private const int MaxTag = 200;

    private IMultipartUploads Uploads => artifacts.Multipart ?? throw new MlflowException(
        ErrorCode.NOT_IMPLEMENTED, "Multipart upload is not supported for the current artifact repository");

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        Map(routes, "create", CreateAsync);
        Map(routes, "complete", CompleteAsync);
        Map(routes, "abort", AbortAsync);
    }

    private void Map<T>(ApiRoutes routes, string step, Func<HttpContext, Arguments, ArtifactPath, Task<T>> answer)
    {
        var access = Access.Of((gate, request) => gate.RequireFilesAsync(
            request.Caller, TargetOf(step, request.Context, request.Arguments).Text, Permission.EDIT, request.Aborted));
        routes.PostOfCaller(
            access,
            // Not by the name of a parameter of the body: that is another path.
            $"mlflow-artifacts/{Prefix}{step}/{{**folder}}",
            (context, arguments) => answer(context, arguments, TargetOf(step, context, arguments)));
    }

    private ArtifactPath TargetOf(string step, HttpContext context, Arguments arguments)
    {
        _ = Uploads;
        var local = arguments.RequiredText("path");
        // The client's system may be another one.
        var name = local[(local.LastIndexOfAny(['/', '\\']) + 1)..];
        var file = ArtifactPath.Parse(name);
        if (file.Text.Length == 0) throw arguments.InvalidValue("path", ". It must end with the name of a file.");
        return RawArtifactPath.Of(context, $"{Prefix}{step}/").Append(file);
    }

    private async Task<UploadReply> CreateAsync(HttpContext context, Arguments arguments, ArtifactPath target)
    {
        var parts = arguments.RequiredInt64("num_parts");
        if (parts is < 1 or > MaxParts) throw arguments.InvalidValue("num_parts", $". It must be from 1 to {MaxParts}.");
        var upload = await Uploads.BeginAsync(target, (int)parts, context.RequestAborted);
        return new UploadReply(upload.Id, [.. upload.Urls.Select((url, i) => new UploadCredential(url, i + 1))]);
    }

    private async Task<EmptyReply> CompleteAsync(HttpContext context, Arguments arguments, ArtifactPath target)
    {
        var parts = PartsOf(arguments);
        await Uploads.CompleteAsync(target, UploadIdOf(arguments), parts, context.RequestAborted);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> AbortAsync(HttpContext context, Arguments arguments, ArtifactPath target)
    {
        await Uploads.AbortAsync(target, UploadIdOf(arguments), context.RequestAborted);
        return EmptyReply.Instance;
    }

    private static List<UploadedPart> PartsOf(Arguments arguments)
    {
        var messages = arguments.MessagesOfAnyNumber("parts");
        if (messages.Count == 0) throw arguments.MissingValue("parts");
        if (messages.Count > MaxParts) throw MlflowException.Invalid($"An upload has at most {MaxParts} parts.");
        var parts = messages.Select(part => new UploadedPart(NumberOf(part), TagOf(part)))
            .OrderBy(part => part.Number).ToList();
        return parts.DistinctBy(part => part.Number).Count() == parts.Count
            ? parts
            : throw MlflowException.Invalid("Each part of an upload has a number of its own.");
    }

    private static string UploadIdOf(Arguments arguments)
    {
        var id = arguments.RequiredText(UploadId);
        // It is sent as a part of a URL.
        return id.Length <= Limits.Key
            ? id
            : throw arguments.InvalidValue(UploadId, $". It must have at most {Limits.Key} characters.");
    }

    private static string TagOf(Arguments part)
    {
        var tag = part.RequiredText("etag");
        // It is sent in XML, which takes no control characters.
        return tag.Length <= MaxTag && tag.All(letter => letter is >= ' ' and <= '~')
            ? tag
            : throw part.InvalidValue("etag", $". It must be at most {MaxTag} printable characters of ASCII.");
    }

    private static int NumberOf(Arguments part)
    {
        var number = part.RequiredInt64("part_number");
        return number is >= 1 and <= MaxParts
            ? (int)number
            : throw part.InvalidValue("part_number", $". It must be from 1 to {MaxParts}.");
    }
}
