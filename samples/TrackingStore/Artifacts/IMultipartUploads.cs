namespace TrackingStore.Artifacts;

/// <summary>Uploads whose parts a client sends to signed addresses, so that they do not go through this server.</summary>
internal interface IMultipartUploads
{
    /// <summary>Begins an upload.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parts">How many parts it has.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<StartedUpload> BeginAsync(ArtifactPath path, int parts, CancellationToken cancellationToken);

    /// <summary>Makes a file of the parts. Doing it again with the same parts succeeds.</summary>
    Task CompleteAsync(ArtifactPath path, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancellationToken);

    /// <summary>Forgets an upload and its parts. Succeeds if there is no such upload.</summary>
    Task AbortAsync(ArtifactPath path, string uploadId, CancellationToken cancellationToken);
}
