using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.FileTree;
using DynamoToolkit;

namespace Corpus.Programs.FileBrowser;

/// <summary>Folders and files.</summary>
public sealed class FileBrowser(DynamoClient db, DynamoTable<FileNode> nodes)
{
    public Task<List<FileNode>> ChildrenAsync(Guid drive, Guid folder, CancellationToken cancellationToken) =>
        nodes.Query(FileNode.Index.Children(drive, folder)).ToListAsync(cancellationToken);

    public async Task<long> SizeAsync(Guid drive, string path, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        var below = nodes.Query(FileNode.Partition(drive), FileNode.SortKey.StartsWith(path));
        await foreach (var node in below.WithCancellation(cancellationToken))
            bytes += node.Bytes;
        return bytes;
    }

    /// <summary>Moves a file. Its path is its key, so that it is put anew and the old one deleted, together.</summary>
    public async Task MoveAsync(FileNode file, string path, Guid folder, CancellationToken cancellationToken)
    {
        var moved = new FileNode
        {
            DriveId = file.DriveId,
            Path = path,
            NodeId = file.NodeId,
            ParentId = folder,
            Name = path[(path.LastIndexOf('/') + 1)..],
            Bytes = file.Bytes,
            ContentHash = file.ContentHash,
        };
        await db.TransactWriteAsync(
            [
                nodes.Put(moved).IfNotExists(),
                nodes.Delete(FileNode.Key(file.DriveId, file.Path)).If(node => node.ContentHash == file.ContentHash),
            ],
            cancellationToken);
    }

    public Task RenameFolderAsync(FileNode folder, string name, CancellationToken cancellationToken) =>
        nodes.Update(folder).Set(node => node.Name, name).Set(node => node.ParentId, folder.ParentId)
            .IfExists()
            .ExecuteAsync(cancellationToken);
}
