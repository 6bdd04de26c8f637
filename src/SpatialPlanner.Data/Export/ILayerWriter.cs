using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes one layer in one format.</summary>
internal interface ILayerWriter
{
    /// <summary>The format's name and the ending of its file, without the dot.</summary>
    string Format { get; }

    /// <summary>Media type of the file, or of the archive where there are several.</summary>
    string MediaType { get; }

    /// <summary>True where an export is several files, which HTTP sends as one archive.</summary>
    bool SeveralFiles => false;

    /// <summary>True where texts can be written in an encoding of the user's choice.</summary>
    bool TakesEncoding => false;

    /// <summary>Names of files that a former export may have left and a reader would take for part of the new one.</summary>
    /// <param name="folder">Folder of the export.</param>
    /// <param name="stem">Name of the file that was asked for, without its ending.</param>
    /// <param name="written">Names of the new files.</param>
    IEnumerable<string> Leftovers(string folder, string stem, IReadOnlyList<string> written) => [];

    /// <summary>Why a request cannot be met in this format; null where it can.</summary>
    /// <param name="request">The request.</param>
    (LocalText What, LocalText Remedy)? Refusal(ExportRequest request) => null;

    /// <summary>Writes the rows into the folder of drafts.</summary>
    /// <param name="job">The rows, and the folder.</param>
    void Write(ExportJob job);
}
